import { Signal } from './log/signal.entity.js';
import { SignalMapSettings } from './map/signal-map.entity.js';

export const signalsEntities = [Signal, SignalMapSettings];
