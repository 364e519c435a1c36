namespace Lightning;

/// <summary>A picture in the report.</summary>
/// <param name="Tag">The heading that it stands under.</param>
/// <param name="Caption">What stands below it.</param>
/// <param name="Png">The file.</param>
/// <param name="Width">Its columns.</param>
internal sealed record ReportPicture(string Tag, string Caption, byte[] Png, int Width);
