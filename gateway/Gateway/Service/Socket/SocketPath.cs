namespace CoinRig.Gateway;

/// <summary>Where a service and its clients meet.</summary>
static class SocketPath
{
    /// <summary>Names the socket for both.</summary>
    internal const string Variable = "COINRIG_SOCKET";

    const string FileName = "coinrig.sock";

    /// <summary>The path: as given, as the environment says, in the user's own folder for such things, or beside the runs.</summary>
    /// <param name="given">What was given; null where nothing was.</param>
    /// <param name="runsFolder">The folder of runs.</param>
    internal static string Choose(string? given, string runsFolder)
    {
        if ((given ?? NotEmpty(Variable)) is { } path)
        {
            return Path.GetFullPath(path);
        }
        return Path.GetFullPath(Path.Combine(NotEmpty("XDG_RUNTIME_DIR") is { } own && Directory.Exists(own) ? own : runsFolder, FileName));
    }

    static string? NotEmpty(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
