namespace CoinRig.Faults;

/// <summary>A run never goes on with a cell whose voltage moved by more than is stated, and is not refused where it did not.</summary>
static class ResumeJudge
{
    const string Promise = "resume";

    /// <summary>The protocol's default, and what a cell under current may relax, V (gateway/Protocols/README.md).</summary>
    const double WithinVolts = 0.05, RelaxationVolts = 0.5;

    /// <summary>Less than this is the reading's own error, V.</summary>
    const double MarginVolts = 3e-3;

    internal static void Judge(World world, Judgement judgement)
    {
        var remains = world.Remains.ToArray();
        for (var i = 0; i < world.Lives.Count; i++)
        {
            var life = world.Lives[i];
            if (!life.IsResumption || double.IsNaN(life.VoltsAtResumption) || remains.LastOrDefault(r => world.Lives.IndexOf(r.Life) < i).Content is not { Rows: [.., var last] })
            {
                continue;
            }
            var isLoaded = !last.Has(Row.OpenCircuit);
            var low = last.Volts - WithinVolts - (isLoaded && last.Amperes > 0 ? RelaxationVolts : 0);
            var high = last.Volts + WithinVolts + (isLoaded && last.Amperes < 0 ? RelaxationVolts : 0);
            var volts = life.VoltsAtResumption;
            var goesOn = life.Began >= 0;
            judgement.Check(!goesOn || world.Scenario.Faults.Any(f => f.Type.SpoilsReadings) || (volts > low - MarginVolts && volts < high + MarginVolts), Promise,
                $"it went on with a cell at {volts:0.0000} V, where {low:0.000} V to {high:0.000} V were expected");
        }
    }
}
