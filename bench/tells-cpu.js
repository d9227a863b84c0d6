/** Preloaded by a bot that is measured, whatever its version: tells who started it, when asked, how much CPU it has used. */
process.on('message', () => process.send?.(process.cpuUsage()));
// A bot that has nothing left to do may end.
process.channel?.unref();
