const event = { apres: null, limite: 20 };

export { event as 'module.exports' };
