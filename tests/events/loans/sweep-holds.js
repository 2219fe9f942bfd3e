// The job looks at no part of it.
const event = {};

export { event as 'module.exports' };
