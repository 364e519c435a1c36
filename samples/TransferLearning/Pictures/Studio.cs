namespace TransferLearning.Pictures;

/// <summary>Takes single pictures: the same category, seed and number give the same picture, in whatever order they are asked for.</summary>
internal static class Studio
{
    /// <summary>Bytes of a square RGB picture, plane by plane.</summary>
    public static byte[] Take(Category category, ulong seed, int number, int size)
    {
        var dice = new Dice(Catalogue.Version, seed, Dice.Key(category.Name), (ulong)number);
        return Lens.Expose(Renderer.Render(Scene.Draw(category, dice), size), size, dice);
    }
}
