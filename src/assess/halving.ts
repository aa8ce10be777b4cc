/**
 * The first whole number from `first` to before `end` that breaks, if all after it do as well; `end` if none does.
 * Looks at about as many as the logarithm of their number.
 */
export function firstByHalving(
  first: number,
  end: number,
  breaks: (place: number) => boolean,
): number {
  let [low, high] = [first, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (breaks(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
