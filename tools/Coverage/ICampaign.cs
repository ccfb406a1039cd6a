namespace CoinRig.Coverage;

/// <summary>Judges the error bars of one quantity over many seeds. A campaign is one file and one line in <see cref="Campaigns"/>.</summary>
interface ICampaign
{
    /// <summary>Its name on the command line, in kebab-case.</summary>
    string Name { get; }

    /// <summary>What it judges, in one line.</summary>
    string Summary { get; }

    /// <summary>Options that it understands besides the number of seeds, with their dashes.</summary>
    IReadOnlyList<string> Options => [];

    /// <summary>Seeds where none are asked for.</summary>
    int DefaultSeeds => 200;

    /// <summary>Runs and writes the table.</summary>
    /// <param name="seeds">Seeds, from 1.</param>
    /// <param name="options">Those of <see cref="Options"/> that were given.</param>
    /// <param name="to">Where the table goes.</param>
    void Run(int seeds, IReadOnlyList<string> options, TextWriter to);
}
