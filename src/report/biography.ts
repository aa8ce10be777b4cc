/** One customer's story in words: who they are, and at most four dated lines. */
import type { Biography, Portrait } from '../assess/biography.ts';
import type { Complained, Left, Moved, TurningPoint } from '../assess/biography/story.ts';
import type { Language, Words } from '../words/language.ts';
import type { Numbers } from '../words/numbers.ts';
import { storyWordsIn } from '../words/stories.ts';

/** What it takes to tell a story to a reader. */
export interface Telling {
  readonly language: Language;
  readonly words: Pick<Words, 'gap'>;
  readonly numbers: Numbers;
  /** Name of the customer's segment. */
  readonly segment: string;
  /** An amount of list prices as money; without it they are told as multiples of the list price. */
  readonly money?: ((listPrices: number) => string) | undefined;
}

export interface Story {
  readonly who: string;
  /** In the order of their weeks; the last is how it ended. */
  readonly lines: readonly string[];
}

export function storyOf({ who, points }: Biography, telling: Telling): Story {
  return {
    who: portrait(who, telling),
    lines: points.map((point) => dated(point, happening(point, who, telling), telling)),
  };
}

function portrait(who: Portrait, { language, numbers, segment, money }: Telling): string {
  const say = storyWordsIn(language);
  const { vip, renewal, revenue, friends, ties } = who;
  const times = money ? say.pays(money(revenue)) : say.paysTimes(numbers.decimal(revenue));
  return say.portrait([
    segment,
    ...(vip ? [say.vip] : []),
    renewal === null ? say.monthly : say.annual(numbers.count(renewal)),
    times,
    say.knows(numbers.count(friends), numbers.count(ties)),
  ]);
}

function dated(point: TurningPoint, what: string, { language, numbers }: Telling): string {
  const { inWeek, inWeeks } = storyWordsIn(language);
  const { kind, week } = point;
  const moved = kind === 'trustFell' || kind === 'trustRose';
  if (!moved || point.until === week) return inWeek(numbers.count(week), what);
  return inWeeks(numbers.count(week), numbers.count(point.until), what);
}

function happening(point: TurningPoint, who: Portrait, telling: Telling): string {
  const { language, numbers } = telling;
  const say = storyWordsIn(language);
  switch (point.kind) {
    case 'trustFell': {
      const causes = causesOf(point, point.priceChange, telling);
      const [from, to] = [hundredths(point.from, numbers), hundredths(point.to, numbers)];
      return point.broke
        ? say.fellBelow(from, to, hundredths(who.breakingPoint, numbers), causes)
        : say.fell(from, to, causes);
    }
    case 'trustRose':
      return say.rose(
        hundredths(point.from, numbers),
        hundredths(point.to, numbers),
        causesOf(point, null, telling),
      );
    case 'complained':
      return complaint(point, telling);
    case 'friendsLeft':
      return say.friendsLeft(
        point.gone,
        numbers.count(point.gone),
        numbers.count(point.friends),
      );
    case 'captive':
      return say.captive(say.holds[point.cost]);
    case 'left':
      return leaving(point, telling);
    case 'stayed':
      return say.stayed(say.holds[point.because]);
    default:
      return say[point.kind];
  }
}

/** Trust as the timeline shows it: 0 to 100. */
const hundredths = (trust: number, numbers: Numbers): string => numbers.count(trust * 100);

/** With the share of each; where none stands out it is everyday wear. */
function causesOf(
  { causes }: Moved,
  priceChange: number | null,
  { language, numbers }: Telling,
): string {
  const say = storyWordsIn(language);
  if (causes.length === 0) return say.causes.wear;
  return causes
    .map(({ cause, share }) => {
      const byPrice = cause === 'price' && priceChange !== null;
      const name = byPrice ? say.priceBy(numbers.change(priceChange)) : say.causes[cause];
      return say.part(name, numbers.part(share));
    })
    .reduce(say.and);
}

function complaint(
  { week, answer, settled }: Complained,
  { language, numbers }: Telling,
): string {
  const { complained: say } = storyWordsIn(language);
  if (answer === null || settled === null) return say.open;
  const atOnce = settled === week;
  if (atOnce && answer === 'well') return say.wellAtOnce;
  if (atOnce && answer === 'badly') return say.badlyAtOnce;
  return say[answer](numbers.count(settled));
}

function leaving(
  { reason, most, wanting }: Left,
  { language, words, numbers }: Telling,
): string {
  const { left, most: mosts, wanting: wanted } = storyWordsIn(language);
  const why = () => {
    if (reason === 'everyday' || most === null) return left.everyday;
    if (reason === 'trust' && most === 'trust') return left.distrust;
    return left[reason](mosts[most]);
  };
  if (wanting < 2) return why();
  return [why(), wanted(wanting, numbers.count(wanting))].join(words.gap);
}
