import { today } from '../lib/runtime/clock.ts';
import { seedBooks } from './books/seed.ts';
import { seedData } from './data.ts';
import { seedLoans } from './loans/seed.ts';
import { seedUsers } from './users/seed.ts';

/** Fills the tables named by the environment, as of today, unless they were filled before. */
export async function seed(): Promise<void> {
  const data = seedData(today());
  await Promise.all([seedUsers(data), seedBooks(data), seedLoans(data)]);
}
