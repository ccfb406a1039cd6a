using System.Globalization;

namespace CoinRig.Gateway;

/// <summary>How all channels stand, as a table and in lines.</summary>
static class StatusTable
{
    /// <summary>The table.</summary>
    internal static ScreenTable Of(RigStatus status)
    {
        var table = new ScreenTable(">ch", "state", "protocol", "step", ">cycle", ">V", ">uA", ">degC", ">mAh", ">elapsed", ">left", ">waiting", "alarms") { Keys = 2, Title = status.Rig };
        foreach (var c in status.Channels)
        {
            table.Add($"{c.Channel}", c.State, c.Protocol ?? "", c.StepText is null ? "" : $"{c.Step} {Short(c.StepText)}", $"{c.Cycle}", Number(c.Voltage, "0.0000"), Number(c.Current * 1e6, "0.00"),
                Number(c.Temperature, "0.0"), Number(c.ChargeAmpereHours * 1e3, "0.0000"), c.ElapsedSeconds is { } e ? Figures.Duration(e) : "", c.LeftSeconds is { } l ? l > 0 ? Figures.Duration(l) : "longer" : "",
                c.Waiting > 0 ? $"{c.Waiting}" : "", c.Alarms is [.., var last] ? $"{(c.Alarms.Count > 1 ? $"{c.Alarms.Count}, last " : "")}{last.Code}" : "");
        }
        return table;
    }

    /// <summary>Why channels do not go on, and what the last alarm of each said.</summary>
    internal static IEnumerable<string> Notes(RigStatus status)
    {
        foreach (var c in status.Channels)
        {
            if (c.Reason is { } reason)
            {
                yield return $"Channel {c.Channel}: {reason}";
            }
            if (c.Alarms is [.., var last])
            {
                yield return $"Channel {c.Channel}, last {last.Severity.ToString().ToLowerInvariant()} at {Figures.Duration(last.Time)}: {last.Message}";
            }
        }
    }

    /// <summary>One line a channel, for a pipe.</summary>
    internal static IEnumerable<string> Lines(RigStatus status) => status.Channels.Select(c => $"ch {c.Channel}  {c.State}{(c.Protocol is null ? "" : string.Create(CultureInfo.InvariantCulture,
        $"  {c.Protocol}  step {c.Step} '{c.StepText}'  cycle {c.Cycle}  {Number(c.Voltage, "0.0000")} V  {Number(c.Current * 1e6, "0.00")} uA  {Number(c.ChargeAmpereHours * 1e3, "0.0000")} mAh  {Figures.Duration(c.ElapsedSeconds ?? 0)}"))}"
        + $"{(c.Alarms is [.., var last] ? $"  {last.Code}" : "")}");

    static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";

    static string Short(string text) => text.Length <= 32 ? text : text[..31] + "~";
}
