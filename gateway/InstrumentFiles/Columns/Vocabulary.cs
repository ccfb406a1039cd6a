namespace CoinRig.InstrumentFiles;

/// <summary>The names by which people and instruments call what they measure, without units.</summary>
static class Vocabulary
{
    static readonly (Meaning Meaning, string Unit, string Names)[] Entries =
    [
        (Meaning.Time, "s", "time t testtime test totaltime cumulativetime runtime elapsedtime seconds times timesec testtimesec"),
        (Meaning.StepTime, "s", "steptime step tstep steptimesec"),
        (Meaning.WallTime, "s", "unixtime datetime date dateandtime dpttime realtime datetimeisostring"),
        (Meaning.Voltage, "V", "voltage volts v e ewe ecell potential u vf terminalvoltage"),
        (Meaning.Current, "A", "current amps i im amperes"),
        (Meaning.Cycle, "1", "cycle cyclecount cycleindex cyclenumber cyc# cyclec cyccount cycleid"),
        (Meaning.StepCount, "1", "stepcount stepcounter"),
        (Meaning.StepId, "1", "step stepid stepindex stepnumber ns line"),
        (Meaning.StepType, "1", "steptype state md command stepname"),
        (Meaning.RecordIndex, "1", "recordindex datapoint rec# rec record dataset recordid pt channelindex"),
        (Meaning.StepRecordIndex, "1", "steprecordindex"),
        (Meaning.Power, "W", "power p pwe"),
        (Meaning.ChargingCharge, "Ah", "chargingcapacity chargecapacity chg.cap. qcharge ahcyccharge"),
        (Meaning.DischargingCharge, "Ah", "dischargingcapacity dischargecapacity dchg.cap. qdischarge ahcycdischarge"),
        (Meaning.NetCharge, "Ah", "netcapacity (qqo) netcharge q charge"),
        (Meaning.AbsoluteCharge, "Ah", "cumulativecapacity capacity cap. ah amphr mamphr ahstep"),
        (Meaning.ChargingEnergy, "Wh", "chargingenergy chargeenergy energycharge chg.energy whcyccharge"),
        (Meaning.DischargingEnergy, "Wh", "dischargingenergy dischargeenergy energydischarge dchg.energy whcycdischarge"),
        (Meaning.NetEnergy, "Wh", "netenergy wh"),
        (Meaning.AbsoluteEnergy, "Wh", "cumulativeenergy energy ener. watthr mwatthr |energy| whstep"),
        (Meaning.Temperature, "degC", "temperature surfacetemperature temperaturet1 t1 temp temp1 temperature1 auxtemperature1 celltemperature"),
        (Meaning.AmbientTemperature, "degC", "ambienttemperature environmenttemperature circuittemperature"),
        (Meaning.Resistance, "ohm", "internalresistance dcinternalresistance dcir rdc"),
        (Meaning.Frequency, "Hz", "frequency freq f"),
        (Meaning.RealImpedance, "ohm", "realimpedance re(z) rez zre zreal z' z'(a) real reimpedance"),
        (Meaning.ImaginaryImpedance, "ohm", "imaginaryimpedance im(z) imz zim zimag z'' z\" z''(b) imag zimg"),
        (Meaning.ImpedanceModulus, "ohm", "absoluteimpedance |z| zmod zmag"),
        (Meaning.Phase, "deg", "phase phase(z) zphz phaseangle"),
        (Meaning.ScanRate, "V/s", "scanrate sweeprate"),
    ];

    static readonly Dictionary<string, (Meaning Meaning, string Unit)> ByName = Entries
        .SelectMany(static e => e.Names.Split(' ').Select(n => (n, e.Meaning, e.Unit)))
        .GroupBy(static e => e.n).ToDictionary(static g => g.Key, static g => (g.Last().Meaning, g.Last().Unit));

    /// <summary>What a name means by itself and the unit that it then has; null where it says nothing.</summary>
    public static ColumnSense? Find(string name)
    {
        foreach (var reading in ColumnName.Readings(name))
        {
            if (Find(reading) is { } sense)
            {
                return sense.Meaning == Meaning.ImaginaryImpedance && name.TrimStart().StartsWith('-') ? sense with { IsNegated = true } : sense;
            }
        }
        return null;
    }

    static ColumnSense? Find(ColumnName name)
    {
        if (name.Unit.Length == 0)
        {
            return ByName.TryGetValue(name.Words, out var bare) && Unit.TryRead(bare.Unit, out var own) ? new(bare.Meaning, bare.Unit, own) : null;
        }
        if (!Unit.TryRead(name.Unit, out var unit))
        {
            return null;
        }
        // "Step (Sec)" is a time, "Step" a number: the unit decides among the meanings of a word.
        return Entries.Where(e => e.Names.Split(' ').Contains(name.Words) && unit.Fits(e.Meaning)).Select(e => new ColumnSense(e.Meaning, name.Unit, unit)).FirstOrDefault();
    }
}
