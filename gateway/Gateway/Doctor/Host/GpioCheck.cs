namespace CoinRig.Gateway;

/// <summary>The GPIO lines: their device files, and a kernel that gives them to programs.</summary>
static class GpioCheck
{
    const int MostChips = 64;

    static readonly Version OldestKernel = new(5, 10);

    internal static Finding? Look(HostFiles host)
    {
        var release = host.Text("/proc/sys/kernel/osrelease");
        if (release is not null && Version.TryParse(string.Concat(release.TakeWhile(c => char.IsDigit(c) || c == '.')).TrimEnd('.'), out var version) && version < OldestKernel)
        {
            return new(0, "kernel-old", $"The kernel is {release}.");
        }
        return Enumerable.Range(0, MostChips).Any(i => host.Exists($"/dev/gpiochip{i}")) ? null
            : new(0, "gpio-missing", "There are no /dev/gpiochip files.");
    }
}
