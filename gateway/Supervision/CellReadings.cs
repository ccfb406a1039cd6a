namespace CoinRig.Supervision;

/// <summary>The gateway's last readings of the cells, which a heartbeat carries.</summary>
/// <param name="IsRead1">Whether channel 1 was read.</param>
/// <param name="Millivolts1">Channel 1, mV.</param>
/// <param name="IsRead2">Whether channel 2 was read.</param>
/// <param name="Millivolts2">Channel 2, mV.</param>
public readonly record struct CellReadings(bool IsRead1, short Millivolts1, bool IsRead2, short Millivolts2);
