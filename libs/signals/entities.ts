import { SignalMapSettings } from './map/signal-map.entity.js';

export const signalsEntities = [SignalMapSettings];
