namespace CoinRig.FrontEnd;

/// <summary>The way to a connected cell.</summary>
sealed partial class SeriesShuntChannel
{
    /// <summary>A cell with more resistance than this is not told from an open lead, ohm.</summary>
    const double MostCellOhms = 100e3;

    /// <summary>Pairs of conversions that find the cell's impedance: a current needs what it meets within a scan, a voltage also what comes in a second.</summary>
    const int FewResponses = 1, ManyResponses = 12;

    /// <summary>Between two readings a cell moves less, V, and its current is nearer to what the output explains, part of the probe's: else it is read once more.</summary>
    const double DoubtfulVolts = 5e-3, DoubtfulPart = 0.25;

    /// <summary>
    /// In the smallest range, where the shunt bounds the current most: closes the relay on a DAC in high impedance, preloads
    /// the cell's own voltage, takes out what still flows, and finds the cell's impedance by a small step. Each current on the
    /// way must be one that the output explains.
    /// </summary>
    void Connect(CurrentRange range, int responses)
    {
        RequireOpen("connecting");
        _residual = double.NaN;
        var smallest = _profile.Ranges[0];
        _range.Select(smallest);
        var open = this.ReadMiddleVoltage();
        RequireAllowed(open);
        _switches.SetRelay(true);
        CurrentUpTo(0, isReleased: true);
        GiveTurn();
        _loop.Preload(open);
        _output.Write(_loop.Output);
        var residual = CurrentUpTo(Math.Abs(_loop.Output - open));
        _loop.Preload(_loop.Output - residual * smallest.ShuntOhms);
        Identify(responses, Math.Abs(_loop.Output - open));
        _output.Write(_loop.Output);
        _range.Select(range);
        (_volts, _amperes) = (open, 0);
    }

    /// <summary>
    /// A small step one way, measured, and the other way for as long, so that no charge is left. What the cell's voltage did by itself
    /// just before, as it does after a charge, is taken off the response.
    /// </summary>
    void Identify(int responses, double offsetVolts)
    {
        Span<double> ohms = stackalloc double[responses];
        _output.Write(_loop.Output);
        GiveTurn();
        var earlier = ReadAllowedVoltage();
        GiveTurn();
        var between = ReadAllowedVoltage();
        earlier = Math.Abs(earlier.Value - between.Value) < DoubtfulVolts ? earlier : between;
        // No turn between the last look before the step and the first after it, which tells what the cell opposes at once.
        _inputs.GiveTurn(conversions: 3);
        var before = ReadAllowedVoltage();
        before = Math.Abs(before.Value - between.Value) < DoubtfulVolts ? before : ReadAllowedVoltage();
        var drift = (before.Value - earlier.Value) / (before.Nanoseconds - earlier.Nanoseconds);
        var from = _output.Write(_loop.Output + ProbeVolts);
        var (amperes, last) = (0.0, before.Value);
        for (var i = 0; i < responses; i++)
        {
            if (i > 0)
            {
                _inputs.GiveTurn(conversions: 2);
            }
            var reading = ReadAllowedVoltage();
            reading = Math.Abs(reading.Value - last) < DoubtfulVolts ? reading : ReadAllowedVoltage();
            last = reading.Value;
            var volts = reading.Value - before.Value - drift * (reading.Nanoseconds - before.Nanoseconds);
            amperes = CurrentUpTo(ProbeVolts + offsetVolts);
            amperes = Math.Abs(amperes * Range.ShuntOhms - (ProbeVolts - volts)) < DoubtfulPart * ProbeVolts ? amperes : CurrentUpTo(ProbeVolts + offsetVolts);
            ohms[i] = amperes > 0 ? Math.Clamp(volts / amperes, 0, MostCellOhms) : MostCellOhms;
        }
        var interval = (_clock.Nanoseconds - from) / responses;
        from = _output.Write(_loop.Output - ProbeVolts);
        for (var i = 1; i <= responses; i++)
        {
            GiveTurn();
            ReadAllowedVoltage();
            GiveTurn();
            CurrentUpTo(ProbeVolts + offsetVolts);
            _inputs.WaitUntil(from + i * interval);
        }
        _cell.Identify(ohms, interval * 1e-9, amperes);
    }

    /// <summary>Reads the voltage; one that is not allowed is read once more, and the second one is believed.</summary>
    Reading ReadAllowedVoltage()
    {
        var reading = ReadVoltage();
        if (!IsAllowed(reading.Value))
        {
            reading = ReadVoltage();
            RequireAllowed(reading.Value);
        }
        return reading;
    }

    bool IsAllowed(double volts) => volts >= AllowedVolts.Lowest && volts <= AllowedVolts.Highest;

    /// <exception cref="CellOutsideException">The voltage is not allowed; the relay is open.</exception>
    void RequireAllowed(double volts)
    {
        if (!IsAllowed(volts))
        {
            Idle();
            throw new CellOutsideException(Number, volts, AllowedVolts);
        }
    }

    /// <summary>Reads the current, which the output is so far from the cell for.</summary>
    /// <exception cref="OutputFaultException">More flows; the relay is open again.</exception>
    double CurrentUpTo(double volts, bool isReleased = false)
    {
        var most = NothingFlowsPart * Range.FullScaleAmperes + volts / Range.ShuntOhms;
        var current = this.ReadCurrentBelow(most);
        if (!current.IsBelow(most))
        {
            Idle();
            throw new OutputFaultException(Number, Range, current.Value, isReleased);
        }
        return current.Value;
    }
}
