import { suite } from '../suite/suite.mjs';

suite('webkit');
