using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary>
/// The cell of an interrupted run that cannot go on. A killed program leaves the lines of a real board as they were, so a refusal alone would leave the cell
/// connected: the board is opened, which opens its relays.
/// </summary>
static class LeftCell
{
    /// <summary>Lets the cell go where a killed program may have left it connected.</summary>
    /// <param name="runFile">The run file, whole or not.</param>
    /// <returns>What was done and what is to be done, to follow the words of the refusal; empty where nothing can be connected.</returns>
    internal static string LetGo(string runFile)
    {
        if (!File.Exists(runFile))
        {
            return "";
        }
        BoardProfile profile;
        try
        {
            using var run = RunFileReader.Open(runFile);
            var header = run.Header;
            if (header.Source != HardwareRig.SourceName || !InterruptedRun.IsOne(runFile))
            {
                return "";
            }
            profile = BoardProfileFile.Read(Document.Parse(header.ProfileText, header.ProfileName));
        }
        catch (Exception e) when (e is RunFileException or DocumentException)
        {
            return " Which board it was only the file tells, so nothing was disconnected: where its program was killed and no supervisor let the cell go, it still is connected. 'coinrig doctor --board PROFILE' opens the relays.";
        }
        return LetGo(profile);
    }

    static string LetGo(BoardProfile profile)
    {
        try
        {
            using (HardwareRig.Open(profile))
            {
                return " The killed program may have left the cell connected, so the board was opened: its relays are open.";
            }
        }
        catch (RefusedException e)
        {
            return $" The killed program may have left the cell connected, and the board could not be opened to let it go: {e.Message} Unless another program of yours drives it, take the cell out of its holder.";
        }
    }
}
