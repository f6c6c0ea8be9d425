/** The scopes whose events make room for newer ones, in this order. Orders never do. */
export const makeRoomInOrder = ['view', 'basket'] as const
