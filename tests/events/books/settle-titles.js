const event = { apres: null };

export { event as 'module.exports' };
