using static TorchSharp.torch;
using F = TorchSharp.torchaudio.functional;
using T = TorchSharp.torchaudio.transforms;

namespace TorchSharp.Audio.Tests.Functional;

using Twins = Dictionary<string, Func<Tensor[], Tensor>>;

internal static partial class GoldenCases
{
    private static Twins Masking()
    {
        var twins = new Twins
        {
            ["time_batch_shared"] = Of(() => T.TimeMasking(9)),
            ["time_iid_of_three_dimensions"] = Of(() => T.TimeMasking(9, iid_masks: true)),
            ["time_p"] = Of(() => T.TimeMasking(16, p: 0.3)),
            ["time_iid_p"] = Of(() => T.TimeMasking(16, iid_masks: true, p: 0.2)),
            ["time_p_zero"] = Of(() => T.TimeMasking(16, p: 0)),
            ["time_zero"] = Of(() => T.TimeMasking(0)),
            ["time_wide"] = Of(() => T.TimeMasking(17)),
            ["time_value"] = x => T.TimeMasking(9).forward(x[0], 3.25),
            ["frequency_iid_value_double"] = x => T.FrequencyMasking(6, iid_masks: true).forward(x[0], -1),
            ["time_iid_double"] = Of(() => T.TimeMasking(6, iid_masks: true)),
            ["specaugment"] = Of(() => nn.Sequential(T.TimeMasking(5), T.FrequencyMasking(4), T.TimeMasking(5))),
            ["functional"] = x => F.mask_along_axis(x[0], 6, 0.5, 1),
            ["functional_iid"] = x => F.mask_along_axis_iid(x[0], 6, 0.5, 3, p: 0.9),
        };
        for (var seed = 0; seed < 4; seed++)
        {
            twins[$"time_{seed}"] = Of(() => T.TimeMasking(9));
            twins[$"frequency_{seed}"] = Of(() => T.FrequencyMasking(7));
            twins[$"time_iid_{seed}"] = Of(() => T.TimeMasking(11, iid_masks: true));
            twins[$"frequency_iid_{seed}"] = Of(() => T.FrequencyMasking(8, iid_masks: true));
        }

        return twins;
    }
}
