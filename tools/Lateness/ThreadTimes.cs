using System.Globalization;

namespace CoinRig.Lateness;

/// <summary>What the threads of this process have taken of a processor, by their names (proc(5), task).</summary>
static class ThreadTimes
{
    /// <summary>Linux counts a thread's time in hundredths of a second.</summary>
    const double TicksPerSecond = 100;

    /// <summary>Seconds by name; numbers at the end of names are left out, so that threads of a kind are counted together.</summary>
    internal static Dictionary<string, double> Now()
    {
        var times = new Dictionary<string, double>();
        foreach (var task in Directory.Exists("/proc/self/task") ? Directory.GetDirectories("/proc/self/task") : [])
        {
            try
            {
                var stat = File.ReadAllText(Path.Combine(task, "stat"));
                var end = stat.LastIndexOf(')');
                var name = stat[(stat.IndexOf('(') + 1)..end].TrimEnd(' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
                var fields = stat[(end + 2)..].Split(' ');
                times[name] = times.GetValueOrDefault(name) + (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
            }
            catch (IOException)
            {
                // A thread that has ended meanwhile.
            }
        }
        return times;
    }
}
