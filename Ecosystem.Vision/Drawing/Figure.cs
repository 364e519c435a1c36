namespace Torchlight.Drawing;

/// <summary>A picture with a title for a report: set it up, then save it.</summary>
public abstract class Figure
{
    private const double TitleHeight = 30;
    private const double SubtitleHeight = 22;

    /// <summary>The line at the top; null for none.</summary>
    public string? Title { get; set; }

    /// <summary>The line under the title; null for none.</summary>
    public string? Subtitle { get; set; }

    /// <summary>Pixels of the saved picture per unit of drawing; 2 suits screens of high resolution.</summary>
    public double Scale { get; set; } = 2;

    /// <summary>The height that title and subtitle take.</summary>
    private protected double HeadHeight => (Title is null ? 0 : TitleHeight) + (Subtitle is null ? 0 : SubtitleHeight);

    /// <summary>Draws the figure.</summary>
    /// <returns>A new canvas, the caller's to dispose.</returns>
    public abstract Canvas Render();

    /// <summary>Draws the figure and saves it as a PNG file, whole or not at all.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    public void Save(string path)
    {
        using Canvas canvas = Render();
        canvas.SavePng(path);
    }

    private protected void DrawHead(Canvas canvas)
    {
        double y = Theme.Margin, width = canvas.Width - 2 * Theme.Margin;
        if (Title is not null)
        {
            canvas.Text(canvas.Fit(Title, Theme.Title, width), Theme.Margin, y + 8, Theme.Title);
            y += TitleHeight;
        }

        if (Subtitle is not null)
        {
            canvas.Text(canvas.Fit(Subtitle, Theme.Subtitle, width), Theme.Margin, y + 5, Theme.Subtitle);
        }
    }
}
