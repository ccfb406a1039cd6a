namespace CoinRig.Twin;

/// <summary>The holder of a channel with the cell in it, or what is wrong with it.</summary>
sealed class CellSeat(ICellModel? cell)
{
    /// <summary>Resistance of a short across the holder, ohm.</summary>
    const double ShortOhms = 0.05;

    internal CellFault Fault { get; set; }

    /// <summary>Whether no current can flow.</summary>
    internal bool IsOpen => cell is null || Fault == CellFault.Open;

    internal double OpenCircuitVolts => Fault switch
    {
        _ when IsOpen => 0,
        CellFault.Shorted => 0,
        CellFault.Reversed => -cell!.OpenCircuitVolts,
        _ => cell!.OpenCircuitVolts,
    };

    internal double TerminalVolts(double amperes) => Fault switch
    {
        _ when IsOpen => 0,
        CellFault.Shorted => amperes * ShortOhms,
        CellFault.Reversed => -cell!.TerminalVolts(-amperes),
        _ => cell!.TerminalVolts(amperes),
    };

    internal double AdvanceCurrent(double amperes, double seconds)
    {
        if (cell is null || Fault is CellFault.Open or CellFault.Shorted)
        {
            cell?.AdvanceCurrent(0, seconds);
            return Fault == CellFault.Shorted ? amperes * ShortOhms : 0;
        }
        return Fault == CellFault.Reversed ? -cell.AdvanceCurrent(-amperes, seconds) : cell.AdvanceCurrent(amperes, seconds);
    }

    internal double AdvanceVoltage(double volts, double seconds)
    {
        if (cell is null || Fault is CellFault.Open or CellFault.Shorted)
        {
            cell?.AdvanceCurrent(0, seconds);
            return Fault == CellFault.Shorted ? volts / ShortOhms : 0;
        }
        return Fault == CellFault.Reversed ? -cell.AdvanceVoltage(-volts, seconds) : cell.AdvanceVoltage(volts, seconds);
    }

    internal double AdvanceSource(double volts, double ohms, double seconds)
    {
        if (cell is null || Fault is CellFault.Open or CellFault.Shorted)
        {
            cell?.AdvanceCurrent(0, seconds);
            return Fault == CellFault.Shorted ? volts / (ohms + ShortOhms) : 0;
        }
        return Fault == CellFault.Reversed ? -cell.AdvanceSource(-volts, ohms, seconds) : cell.AdvanceSource(volts, ohms, seconds);
    }
}
