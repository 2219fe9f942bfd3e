import { free } from '../seeded.js';

const event = { email: free.find(({ email }) => email !== null).email };

export { event as 'module.exports' };
