using System.Globalization;

namespace CoinRig.Gateway;

/// <summary>Whether the user is in the groups that own the device files of SPI and GPIO.</summary>
static class PermissionCheck
{
    static readonly string[] Groups = ["spi", "gpio"];

    internal static Finding? Look(HostFiles host)
    {
        var status = host.Text("/proc/self/status")?.Split('\n') ?? [];
        if (Numbers(status, "Uid:").ElementAtOrDefault(1) == 0 && status.Length > 0)
        {
            return null;
        }
        var mine = Numbers(status, "Groups:").Concat(Numbers(status, "Gid:")).ToHashSet();
        // name:password:number:members; a system without such a group gives the files to another, and opening them tells.
        var missing = (host.Text("/etc/group") ?? "").Split('\n').Select(l => l.Split(':'))
            .Where(f => f.Length >= 3 && Groups.Contains(f[0]) && int.TryParse(f[2], out var number) && !mine.Contains(number)).Select(f => f[0]).ToArray();
        return missing.Length == 0 || status.Length == 0 ? null
            : new(0, "no-permission", $"The user is not in the group{(missing.Length > 1 ? "s" : "")} {string.Join(" and ", missing)}.");
    }

    static IEnumerable<int> Numbers(IEnumerable<string> status, string name) =>
        (status.FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal)) ?? name)[name.Length..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(n => int.Parse(n, CultureInfo.InvariantCulture));
}
