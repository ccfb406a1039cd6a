namespace CoinRig.FaultyDisk;

/// <summary>
/// Draws what a power cut leaves: of all that was changed since the last sync nothing, everything, all up to a moment, or any part. A sector is
/// written whole or not at all; a name is there or not, and so is the length of a file, without what was written there.
/// </summary>
static class PowerCut
{
    /// <summary>What a disk writes whole, bytes.</summary>
    internal const int Sector = 512;

    /// <summary>Leaves it to chance what the disk holds.</summary>
    /// <returns>In words what it was.</returns>
    internal static string Draw(Names names, Random random)
    {
        switch (random.Next(4))
        {
            case 0:
                return "nothing since the last sync";
            case 1:
                return UpTo(names, long.MaxValue, random, "everything");
            case 2:
                var last = names.Pending.Select(p => p.Order).Concat(names.All.SelectMany(f => f.Pending).Select(w => w.Order)).DefaultIfEmpty(0).ToArray();
                var until = random.NextInt64(last.Min(), last.Max() + 1);
                return UpTo(names, until, random, $"all up to change {until}");
            default:
                return AnyPart(names, random);
        }
    }

    static string UpTo(Names names, long order, Random random, string words)
    {
        foreach (var name in names.Pending.Where(p => p.Order <= order))
        {
            names.Keep(name);
        }
        foreach (var file in names.All)
        {
            foreach (var write in file.Pending)
            {
                if (write.Order <= order)
                {
                    file.Keep(write, write.Order == order ? Prefix(write, random) : write.Count);
                }
            }
        }
        return words;
    }

    static string AnyPart(Names names, Random random)
    {
        // What happened to one name happens in order; different names know nothing of each other.
        foreach (var changes in names.Pending.GroupBy(p => p.Path).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.ToArray()))
        {
            foreach (var change in changes.Take(random.Next(changes.Length + 1)))
            {
                names.Keep(change);
            }
        }
        foreach (var file in names.All)
        {
            foreach (var write in file.Pending)
            {
                AnyPart(file, write, random);
            }
        }
        return "any part of what was changed";
    }

    static void AnyPart(DiskFile file, in PendingWrite write, Random random)
    {
        switch (random.Next(4))
        {
            case 0:
                break;
            case 1:
                file.Keep(write, write.Count);
                break;
            case 2:
                file.KeepLength(write, random.Next(2) == 0 ? null : random);
                break;
            default:
                foreach (var (from, count) in Sectors(write))
                {
                    if (random.Next(2) == 0)
                    {
                        file.Keep(write, from, count);
                    }
                }
                break;
        }
    }

    /// <summary>Whole sectors from the beginning of a write.</summary>
    internal static int Prefix(in PendingWrite write, Random random)
    {
        var ends = Sectors(write).Select(s => s.From + s.Count).Prepend(0).ToArray();
        return ends[random.Next(ends.Length)];
    }

    static IEnumerable<(int From, int Count)> Sectors(PendingWrite write)
    {
        for (var from = 0; from < write.Count;)
        {
            var count = (int)Math.Min(Sector - (write.Offset + from) % Sector, write.Count - from);
            yield return (from, count);
            from += count;
        }
    }
}
