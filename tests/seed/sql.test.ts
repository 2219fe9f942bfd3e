import './sql/data.ts';
import './sql/questions.ts';
// Its last test leaves a session of MariaDB that is not strict.
import './sql/rules.ts';
