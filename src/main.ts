import './app.css';
import { mount } from 'svelte';
import { browserWorkers, spawnBrowserWorker } from '../workers/browser.ts';
import { Pool } from '../workers/pool.ts';
import firstScenario from '../public/examples/general-price-rise.json';
import App from './App.svelte';
import { parseScenario, sentenceOf } from './model/parse.ts';
import { Session } from './state/session.svelte.ts';

const parsed = parseScenario(firstScenario);
if (!parsed.ok) throw new Error(parsed.problems.map(sentenceOf).join('; '));
const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element with the id "app"');
const workers = browserWorkers();
const session = new Session(parsed.scenario, new Pool(spawnBrowserWorker, workers), workers);
mount(App, { target, props: { session } });
