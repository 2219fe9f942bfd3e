// Nobody has this id: the sample shows the command, and leaves nothing behind.
const event = { utilisateur_id: '5b0c2a3e-7d41-4f7b-9a50-2f6d1c8e9b10' };

export { event as 'module.exports' };
