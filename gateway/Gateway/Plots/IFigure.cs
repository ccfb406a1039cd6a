namespace CoinRig.Gateway;

/// <summary>A figure: one panel, or several above each other that share their x axis.</summary>
interface IFigure
{
    /// <summary>The name by which it is chosen.</summary>
    string Name { get; }

    /// <summary>What it shows, for a heading.</summary>
    string Title { get; }

    /// <summary>What it shows and how, for the text below it in a report.</summary>
    string Caption { get; }

    /// <summary>Height over width of a figure of one column.</summary>
    double Slenderness => 0.75;

    /// <summary>Whether there is anything that it shows.</summary>
    bool IsFor(FigureContent content);

    /// <summary>Draws it: its panels from top to bottom.</summary>
    IReadOnlyList<Panel> Draw(FigureContent content);
}
