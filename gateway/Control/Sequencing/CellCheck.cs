using CoinRig.Cells;
using CoinRig.FrontEnd;

namespace CoinRig.Control;

/// <summary>Looks at the open-circuit voltage before anything connects, and refuses a cell that is reversed, missing, shorted or out of its limits.</summary>
static class CellCheck
{
    const int Conversions = 4;

    /// <summary>A cell below this is taken for a short, or for clips with nothing between them, V.</summary>
    const double NothingThereVolts = 0.05;

    /// <summary>Measures the open-circuit voltage.</summary>
    /// <exception cref="CellRefusedException">The cell must not be connected.</exception>
    internal static double Measure(IChannel channel, Cell cell)
    {
        Span<double> readings = stackalloc double[Conversions];
        var clipped = 0;
        for (var i = 0; i < Conversions; i++)
        {
            channel.GiveTurn();
            var reading = channel.ReadVoltage();
            readings[i] = reading.Value;
            clipped += reading.IsClipped ? 1 : 0;
            if (clipped > 1)
            {
                throw new CellRefusedException($"Channel {channel.Number}: the voltage input is at the end of its scale ({reading.Value:0.000} V): a sense lead is off, or the cell is far out of range. Check the sense leads at the holder.");
            }
        }
        // The mean of those in the middle: one disturbed reading is not the cell.
        readings.Sort();
        var volts = (readings[Conversions / 2 - 1] + readings[Conversions / 2]) / 2;
        if (cell.IsDummy)
        {
            return volts;
        }
        var allowed = $"'{cell.Name}' is allowed {cell.LowestVoltage:0.###} V to {cell.HighestVoltage:0.###} V";
        if (volts < -NothingThereVolts)
        {
            throw new CellRefusedException($"Channel {channel.Number}: {volts:0.0000} V: the cell is in the wrong way round. Turn it; {allowed}.");
        }
        if (volts < NothingThereVolts)
        {
            throw new CellRefusedException($"Channel {channel.Number}: {volts:0.0000} V: no cell is there, a sense lead is off, the cell is shorted, or, on a board that cannot read below 0 V, it is in the wrong way round; {allowed}.");
        }
        if (volts < cell.LowestVoltage || volts > cell.HighestVoltage)
        {
            throw new CellRefusedException($"Channel {channel.Number}: open-circuit voltage {volts:0.0000} V; {allowed}. Is this the cell that the file describes?");
        }
        return volts;
    }
}
