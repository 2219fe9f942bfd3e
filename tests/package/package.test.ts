import './parts/template.ts';
import './parts/schedules.ts';
import './parts/alarms.ts';
import './parts/bundles.ts';
import './parts/identity.ts';
