using CoinRig.Electrochemistry.HalfCycles;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Traces;
using CoinRig.Twin;

namespace CoinRig.Coverage;

/// <summary>A half cell that is cycled with holds and rests, as an instrument that knows steps records it, and what truly passed.</summary>
sealed class CycledCell
{
    const double RowSeconds = 5, RowVolts = 2e-3, RowShare = 0.02;
    const double HoldShare = 0.2, RestSeconds = 600, SwitchSeconds = 1e-3;
    const double SlowSeconds = 1, QuickSeconds = 0.25, QuickVoltsPerSecond = 1e-3, QuickShare = 5e-3;
    const double UpperVolts = 4.2, LowerVolts = 2.8;
    const int Cycles = 3;
    readonly List<double> _seconds = [], _volts = [], _amperes = [];
    readonly List<(double Coulombs, double Joules)> _truth = [];
    readonly HalfCell _model;
    readonly CyclingInstrument _instrument;
    double _time;

    CycledCell(string cell, long seed)
    {
        var file = TitrationCampaign.Cell(cell);
        _model = (HalfCell)CellModelFactory.Create(file, seed, draw: true, new() { DoubleLayer = false });
        _instrument = new(TitrationCampaign.Channel(), seed);
        var current = (0.3 + 0.4 * new SeededNoise(seed, "rate").Uniform()) * file.OneCAmperes;
        Rest();
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            _instrument.NextCycle();
            HalfCycle(current, UpperVolts);
            HalfCycle(-current, LowerVolts);
        }
        var stated = file.ActiveMass!.Value;
        var table = CycleTable.Of(HalfCycleFinder.Find(Trace), new() { StartsDischarged = true, ChargeFirst = true });
        Results = HalfCycleResults.Of(table, _instrument.Stated, new(stated.Value, stated.Uncertainty));
        TrueKilograms = _model.Geometry.MassKilograms;
    }

    /// <summary>What was recorded.</summary>
    Trace Trace => new(_seconds.ToArray(), _volts.ToArray(), _amperes.ToArray());

    /// <summary>What was reported.</summary>
    public IReadOnlyList<Result> Results { get; }

    /// <summary>The true active mass, kg.</summary>
    public double TrueKilograms { get; }

    /// <summary>Cycles a cell.</summary>
    public static CycledCell Run(string cell, long seed) => new(cell, seed);

    /// <summary>The true value of a result.</summary>
    public double Truth(Result result)
    {
        var cycle = (int)result.Number("cycle") - 1;
        var (charge, discharge) = (_truth[2 * cycle], _truth[2 * cycle + 1]);
        var half = result.Word("branch") == "charge" ? charge : discharge;
        return result.Name switch
        {
            "charge_capacity" or "discharge_capacity" => half.Coulombs / 3600,
            "specific_charge_capacity" or "specific_discharge_capacity" => half.Coulombs / 3600 / TrueKilograms,
            "charge_energy" or "discharge_energy" => half.Joules / 3600,
            "specific_charge_energy" or "specific_discharge_energy" => half.Joules / 3600 / TrueKilograms,
            "average_voltage" => half.Joules / half.Coulombs,
            "coulombic_efficiency" => discharge.Coulombs / charge.Coulombs,
            "energy_efficiency" => discharge.Joules / charge.Joules,
            "capacity_retention" => discharge.Coulombs / _truth[1].Coulombs,
            _ => double.NaN,
        };
    }

    void HalfCycle(double current, double limit)
    {
        _instrument.NextHalfCycle();
        var (coulombs, joules) = (0.0, 0.0);
        var (volts, flowing) = (_model.TerminalVolts(current), current);
        Record(SwitchSeconds, volts, flowing);
        var (recorded, recordedAmperes, since, quick) = (volts, flowing, 0.0, true);
        while ((volts - limit) * current < 0)
        {
            Advance(seconds => (_model.AdvanceCurrent(current, seconds), current));
        }
        if (since > 0)
        {
            Record(since, volts, flowing);
            since = 0;
        }
        while (current > 0 && flowing > HoldShare * current)
        {
            Advance(seconds => (volts, _model.AdvanceVoltage(volts, seconds)));
        }
        if (since > 0)
        {
            Record(since, volts, flowing);
        }
        _truth.Add((Math.Abs(coulombs), Math.Abs(joules)));
        Rest();

        void Advance(Func<double, (double Volts, double Amperes)> step)
        {
            var seconds = quick ? QuickSeconds : SlowSeconds;
            var (nextVolts, nextAmperes) = step(seconds);
            coulombs += 0.5 * seconds * (flowing + nextAmperes);
            joules += 0.5 * seconds * (volts * flowing + nextVolts * nextAmperes);
            quick = Math.Abs(nextVolts - volts) > QuickVoltsPerSecond * seconds || Math.Abs(nextAmperes - flowing) > QuickShare * seconds * Math.Abs(flowing);
            (volts, flowing, since) = (nextVolts, nextAmperes, since + seconds);
            if (since >= RowSeconds || Math.Abs(volts - recorded) >= RowVolts || Math.Abs(flowing - recordedAmperes) >= RowShare * Math.Abs(recordedAmperes))
            {
                Record(since, volts, flowing);
                (recorded, recordedAmperes, since) = (volts, flowing, 0);
            }
        }
    }

    void Rest()
    {
        Record(SwitchSeconds, _model.AdvanceCurrent(0, SwitchSeconds), 0);
        for (var t = 0.0; t < RestSeconds; t += 60)
        {
            Record(60, _model.AdvanceCurrent(0, 60), 0);
        }
    }

    void Record(double after, double volts, double amperes)
    {
        _time += after;
        _seconds.Add(_time);
        _volts.Add(_instrument.Volts(volts));
        _amperes.Add(_instrument.Amperes(amperes));
    }
}
