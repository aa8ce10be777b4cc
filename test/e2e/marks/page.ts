/** Draws every example into a picture of its own. */
import '../../../src/tokens.css';
import { layers } from '../../../src/charts/layers.ts';
import { EXAMPLES } from './examples.ts';
import { PICTURE } from './scales.ts';

// Letters of one width: pictures do not depend on the fonts of the machine.
SVGTextContentElement.prototype.getComputedTextLength = function () {
  return 7 * (this.textContent ?? '').length;
};

for (const [name, draw] of Object.entries(EXAMPLES)) {
  const figure = document.createElement('figure');
  const caption = document.createElement('figcaption');
  caption.textContent = name;
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.id = name;
  svg.setAttribute('viewBox', `0 0 ${PICTURE.width} ${PICTURE.height}`);
  svg.setAttribute('width', String(PICTURE.width));
  draw(layers(svg, ['mark']).mark);
  // A second time with the same data changes nothing.
  draw(layers(svg, ['mark']).mark);
  figure.append(caption, svg);
  document.body.append(figure);
}
document.body.dataset['drawn'] = 'true';
