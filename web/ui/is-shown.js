/** Whether an element can be seen if it is in view. Safari has checkVisibility() from 17.4 on. @param {Element} element */
export const isShown = (element) =>
  element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
