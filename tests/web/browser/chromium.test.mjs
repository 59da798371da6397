import { suite } from '../suite/suite.mjs';

suite('chromium');
