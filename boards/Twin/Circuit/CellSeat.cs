namespace CoinRig.Twin;

/// <summary>The holder of a channel with the cell in it, or what is wrong with it.</summary>
sealed class CellSeat(ICellModel? cell)
{
    /// <summary>Resistance of a short across the holder, ohm.</summary>
    const double ShortOhms = 0.05;

    ICellModel? _cell = cell;

    internal CellFault Fault { get; set; }

    /// <summary>Takes the cell out and puts another in; null leaves the holder empty.</summary>
    internal void Insert(ICellModel? other) => _cell = other;

    /// <summary>Whether no current can flow.</summary>
    internal bool IsOpen => _cell is null || Fault == CellFault.Open;

    internal double OpenCircuitVolts => Fault switch
    {
        _ when IsOpen => 0,
        CellFault.Shorted => 0,
        CellFault.Reversed => -_cell!.OpenCircuitVolts,
        _ => _cell!.OpenCircuitVolts,
    };

    internal double TerminalVolts(double amperes) => Fault switch
    {
        _ when IsOpen => 0,
        CellFault.Shorted => amperes * ShortOhms,
        CellFault.Reversed => -_cell!.TerminalVolts(-amperes),
        _ => _cell!.TerminalVolts(amperes),
    };

    internal double AdvanceCurrent(double amperes, double seconds)
    {
        if (_cell is null || Fault is CellFault.Open or CellFault.Shorted)
        {
            _cell?.AdvanceCurrent(0, seconds);
            return Fault == CellFault.Shorted ? amperes * ShortOhms : 0;
        }
        return Fault == CellFault.Reversed ? -_cell.AdvanceCurrent(-amperes, seconds) : _cell.AdvanceCurrent(amperes, seconds);
    }

    internal double AdvanceVoltage(double volts, double seconds)
    {
        if (_cell is null || Fault is CellFault.Open or CellFault.Shorted)
        {
            _cell?.AdvanceCurrent(0, seconds);
            return Fault == CellFault.Shorted ? volts / ShortOhms : 0;
        }
        return Fault == CellFault.Reversed ? -_cell.AdvanceVoltage(-volts, seconds) : _cell.AdvanceVoltage(volts, seconds);
    }

    internal double AdvanceSource(double volts, double ohms, double seconds)
    {
        if (_cell is null || Fault is CellFault.Open or CellFault.Shorted)
        {
            _cell?.AdvanceCurrent(0, seconds);
            return Fault == CellFault.Shorted ? volts / (ohms + ShortOhms) : 0;
        }
        return Fault == CellFault.Reversed ? -_cell.AdvanceSource(-volts, ohms, seconds) : _cell.AdvanceSource(volts, ohms, seconds);
    }
}
