package org.chirpmill.model.catalogue;

import java.util.List;
import java.util.Optional;
import org.chirpmill.model.WaveformModel;
import org.chirpmill.model.phenomd.PhenomD;
import org.chirpmill.model.phenomd.tidal.PhenomDTidal;
import org.chirpmill.model.phenomhm.PhenomHM;
import org.chirpmill.model.phenomnsbh.PhenomNSBH;
import org.chirpmill.model.phenomp.PhenomPv2;
import org.chirpmill.model.phenomp.PhenomPv2Tidal;
import org.chirpmill.model.phenomx.PhenomXAS;
import org.chirpmill.model.phenomx.hm.PhenomXHM;
import org.chirpmill.model.phenomx.phm.PhenomXP;
import org.chirpmill.model.phenomx.phm.PhenomXPHM;
import org.chirpmill.model.phenomx.pnr.PhenomPnr;
import org.chirpmill.model.phenomx.tidal.PhenomXASTidal;
import org.chirpmill.model.phenomx.tidal.PhenomXPTidal;
import org.chirpmill.model.taylorf2.TaylorF2;

/** The models that exist, by LALSimulation's names. */
public final class ModelCatalogue {
    private static final List<WaveformModel> MODELS = List.of(
        new PhenomD(),
        new PhenomDTidal(),
        new PhenomHM(),
        new PhenomNSBH(),
        new PhenomPv2(),
        new PhenomPv2Tidal(),
        new PhenomXAS(),
        PhenomXASTidal.v2(),
        PhenomXASTidal.v3(),
        new PhenomXHM(),
        PhenomPnr.ofXO4a(),
        PhenomPnr.ofXPNR(),
        new PhenomXP(),
        PhenomXPTidal.v2(),
        PhenomXPTidal.v3(),
        new PhenomXPHM(),
        new TaylorF2());

    private ModelCatalogue() {}

    /** All models. */
    public static List<WaveformModel> all() {
        return MODELS;
    }

    /** The model of the given name, written exactly as LALSimulation writes it. */
    public static Optional<WaveformModel> named(String approximant) {
        return MODELS.stream().filter(model -> model.approximant().equals(approximant)).findFirst();
    }
}
