using CoinRig.Control;
using CoinRig.Protocols;
using CoinRig.Runs;

namespace CoinRig.Gateway.Tests;

/// <summary>A run file with two cycles, sweeps at three rates and a titration, made of plain curves.</summary>
static class MadeUpRun
{
    const double Amperes = 0.12e-3;
    const int Pulses = 20;

    /// <summary>What the file says about its run.</summary>
    public static RunHeader Header => new()
    {
        RunId = RunNames.Stem("demo", "ncm523-lpo", "reference", 1),
        StartedUtc = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        ProtocolName = "Demo",
        ProtocolText = "name: Demo\n",
        CellName = "ncm523-lpo",
        CellText = File.ReadAllText(Shipped.Cells.PathOf("ncm523-lpo")),
        ProfileName = "reference",
        ProfileText = File.ReadAllText(Shipped.Boards.PathOf("reference")),
        Channel = 1,
        Source = "twin",
        Seed = 1,
        SoftwareVersion = "0.1.0",
    };

    /// <summary>Makes the file and gives its path.</summary>
    public static string Make(string folder)
    {
        var maker = new RunMaker(folder, Header);
        Cycle(maker, 1);
        Cycle(maker, 2);
        foreach (var rate in new[] { 0.1e-3, 0.2e-3, 0.5e-3 })
        {
            Sweep(maker, rate);
        }
        Titrate(maker);
        return maker.Finish();
    }

    static void Cycle(RunMaker maker, int cycle)
    {
        maker.BeginStep("constant_current", $"Charge at C/5 until 4.2 V, cycle {cycle}", cycle);
        maker.Segment(SegmentRole.ConstantCurrent, 0, 18_000, 30, x => (3.0 + 0.6 * Math.Sqrt(x) + 0.6 * Math.Pow(x, 6), Amperes));
        Capacity(maker, "charge", 0.62e-3 - 0.01e-3 * cycle, cycle);
        maker.BeginStep("constant_current", $"Discharge at C/5 until 2.8 V, cycle {cycle}", cycle);
        maker.Segment(SegmentRole.ConstantCurrent, 0, 17_000, 30, x => (4.1 - 0.5 * x - 0.8 * Math.Pow(x, 8), -Amperes));
        Capacity(maker, "discharge", 0.60e-3 - 0.01e-3 * cycle, cycle);
        maker.Result("coulombic_efficiency", 0.968 + 0.01 * cycle, "1", 0.0004, cycle == 1 ? ["first-cycle"] : []);
    }

    static void Capacity(RunMaker maker, string word, double ampereHours, int cycle)
    {
        string[] flags = cycle == 1 ? ["first-cycle"] : [];
        maker.Result($"{word}_capacity", ampereHours, "Ah", 2e-7, flags);
        maker.Result($"specific_{word}_capacity", ampereHours * 1e3 / 3.393e-3, "mAh/g", 1.1, flags);
    }

    static void Sweep(RunMaker maker, double rate)
    {
        maker.BeginStep("cyclic_voltammetry", $"Cyclic voltammetry at {rate * 1e3} mV/s", 3);
        var seconds = 1.4 / rate;
        for (var pass = 0; pass < 2; pass++)
        {
            var height = 0.4e-3 * Math.Sqrt(rate / 0.1e-3) * (1 - 0.05 * pass);
            maker.Segment(SegmentRole.Sweep, rate, seconds, seconds / 700, x => (2.8 + 1.4 * x, height * Peak(2.8 + 1.4 * x, 3.85)), pass);
            maker.Segment(SegmentRole.Sweep, -rate, seconds, seconds / 700, x => (4.2 - 1.4 * x, -0.8 * height * Peak(4.2 - 1.4 * x, 3.70)), pass);
            maker.Result("peak_potential", 3.85, "V", 0.001, [], ("branch", "anodic"), ("rate", rate), ("pass", pass + 1.0));
            maker.Result("peak_current", height, "A", 2e-6, [], ("branch", "anodic"), ("rate", rate), ("pass", pass + 1.0), ("voltage", 3.85));
        }
    }

    static void Titrate(RunMaker maker)
    {
        maker.BeginStep("gitt", "GITT at C/10", 4);
        for (var pulse = 1; pulse <= Pulses; pulse++)
        {
            var volts = 3.55 + 0.03 * pulse;
            maker.Segment(SegmentRole.Pulse, 0, 600, 10, x => (volts + 0.05 + 0.03 * Math.Sqrt(x), Amperes / 2));
            maker.Segment(SegmentRole.Relaxation, 0, 3600, 60, x => (volts + 0.03 * Math.Exp(-8 * x), 0));
            var d = 3e-15 * Math.Exp(-Math.Pow((volts - 3.7) / 0.25, 2)) + 2e-16;
            var isValid = pulse is > 2 and < 19;
            maker.Result("diffusion_coefficient", d, "m2/s", isValid ? 0.06 * d : 0.5 * d, isValid ? [] : ["pulse-too-long"],
                ("pulse", (double)pulse), ("voltage", volts), ("branch", "charge"), ("valid", isValid ? 1.0 : 0.0));
            maker.Result("total_polarization", 0.06, "V", 0.0005, [], ("pulse", (double)pulse), ("voltage", volts), ("valid", 1.0));
            maker.Result("open_circuit_voltage", volts, "V", 5e-5, []);
        }
    }

    static double Peak(double volts, double at) => Math.Exp(-Math.Pow((volts - at) / 0.09, 2)) + 0.05;
}
