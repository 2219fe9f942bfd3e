// For all workers of the run as well. A script that sets a variable itself would not run on Windows.
process.env.THOROUGH = 'true';
