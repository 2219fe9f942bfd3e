import './parts/beside.ts';
import './parts/page.ts';
import './parts/postman.ts';
import './parts/import.ts';
import './parts/smoke.ts';
import './parts/audit.ts';
import './parts/fuzz.ts';
// Its test changes a function, and the system bundles all of them anew.
import './parts/sources.ts';
