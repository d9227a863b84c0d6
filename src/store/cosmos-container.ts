import type { ContainerDefinition } from '@azure/cosmos';

/**
 * The container as it must be. Only what queries look for is indexed (ids always are): texts of complaints are not,
 * which also keeps a write cheap.
 */
export const containerDefinition: Pick<ContainerDefinition, 'partitionKey' | 'indexingPolicy'> = {
  partitionKey: { paths: ['/id'] },
  indexingPolicy: {
    indexingMode: 'consistent',
    automatic: true,
    includedPaths: [
      { path: '/kind/?' },
      { path: '/open/?' },
      { path: '/receiverId/?' },
      { path: '/attentionAt/?' },
      { path: '/nextDayToAct/?' },
    ],
    excludedPaths: [{ path: '/*' }],
  },
};
