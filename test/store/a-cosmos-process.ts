import { createHttpServer } from '@vercel/cosmosdb-server';
import { listening } from './cosmos-peer.ts';

/** Serves until its parent goes, and tells it where. */
const server = createHttpServer();
process.on('disconnect', () => process.exit());
process.send?.(await listening(server));
