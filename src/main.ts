import './app.css';
import { mount } from 'svelte';
import { browserWorkers, spawnBrowserWorker } from '../workers/browser.ts';
import { Pool } from '../workers/pool.ts';
import firstScenario from '../public/examples/general-price-rise.json';
import App from './App.svelte';
import { parseScenario, sentenceOf } from './model/parse.ts';
import { readAddress } from './state/address.ts';
import { openingOf } from './state/opening.ts';
import { Session } from './state/session.svelte.ts';

const parsed = parseScenario(firstScenario);
if (!parsed.ok) throw new Error(parsed.problems.map(sentenceOf).join('; '));
const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element with the id "app"');
const workers = browserWorkers();
const address = readAddress(location);
const { scenario, notice } = openingOf(address);
const session = new Session(
  scenario ?? parsed.scenario,
  new Pool(spawnBrowserWorker, workers),
  workers,
);
session.notice = notice;
session.follow(address);
addEventListener('hashchange', () => {
  session.openAddress(location);
});
mount(App, { target, props: { session } });
