package org.sevenfold.allinone.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import org.sevenfold.allinone.start.PrivateFile;

/** The key that tokens are signed with: made on the first start and kept, so that a token outlives a restart. */
final class SigningKey {

    private static final int BITS = 2048;

    private SigningKey() {}

    static RSAKey keptIn(Path file) throws IOException {
        try {
            if (!Files.exists(file)) {
                RSAKey made = new RSAKeyGenerator(BITS)
                        .keyUse(KeyUse.SIGNATURE)
                        .keyIDFromThumbprint(true)
                        .generate();
                PrivateFile.write(file, made.toJSONString());
            }
            return RSAKey.parse(Files.readString(file));
        } catch (JOSEException | ParseException failure) {
            throw new IOException("The key in " + file + " cannot be used; delete the file", failure);
        }
    }
}
