/** Our own record of where a conversation is, whatever SDK carries it. */
export type ConversationAddress = {
  serviceUrl: string;
  conversationId: string;
  tenantId?: string;
  /** The bot's own id in that conversation ('28:…'). */
  botId: string;
};
